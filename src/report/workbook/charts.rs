//! A chart a target, native to the office program and readable in black and white.
//!
//! In: where the figures stand. Out: a sheet of charts, three to a page. Must not know: how figures came about.

use super::Book;
use super::page::{Drawn, inert};
use crate::text::shortened;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill,
};

/// More charts than anybody looks at.
const MOST: usize = 40;
/// Rows that a chart takes, of [`ROW`] pixels each.
const ROWS: u32 = 14;
const ROW: u32 = 20;
const WIDTH: u32 = 610;
/// Columns under the charts, in digits: without widths of their own, office programs differ.
const COLUMNS: [u16; 9] = [9; 9];
const CHARTS_OF_A_PAGE: u32 = 3;
/// Characters of a title: twice as many, and Excel takes the file for broken.
const MOST_OF_A_NAME: usize = 120;

/// Where the figures of one chart stand.
pub(super) struct ChartData {
    pub(super) title: String,
    pub(super) status: String,
    pub(super) sheet: String,
    /// Their row, first and last column.
    pub(super) years: (u32, u16, u16),
    /// The row of the figures.
    pub(super) actual: u32,
    /// The row of what was planned.
    pub(super) planned: Option<u32>,
    /// Whether figures are of all years so far: lines against lines.
    pub(super) is_total: bool,
    pub(super) axis: String,
    /// The number format of the figures.
    pub(super) format: String,
    pub(super) axis_format: String,
    /// Whether the last figure is below what was planned.
    pub(super) is_behind: bool,
    /// Whether no figure is below nought: then columns begin there, and show what they are to each other.
    pub(super) is_positive: bool,
}

impl Book<'_> {
    pub(super) fn charts(&mut self, all: Vec<ChartData>) -> Drawn {
        if all.is_empty() {
            return Ok(());
        }
        let name = self.label("workbook-sheet-charts");
        let mut page = self.page(&name)?;
        page.widths(COLUMNS)?;
        let title = self.label("workbook-charts-title");
        page.line(&title, &self.styles.title)?;
        if all.len() > MOST {
            let most = [
                ("shown", self.teller.count(MOST)),
                ("count", self.teller.count(all.len())),
            ];
            let most = most.each_ref().map(|(name, text)| (*name, text.as_str()));
            let text = self.label_with("workbook-charts-most", &most);
            page.line(&text, &self.styles.part)?;
        }
        let mut breaks = Vec::new();
        for (at, data) in (0_u32..).zip(all.iter().take(MOST)) {
            if at > 0 && at.is_multiple_of(CHARTS_OF_A_PAGE) {
                breaks.push(page.row);
            }
            page.line(&data.status, &self.styles.part)?;
            page.sheet.insert_chart(page.row, 0, &self.chart(data))?;
            page.row += ROWS + 1;
        }
        page.sheet
            .set_page_breaks(&breaks)?
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_screen_gridlines(false);
        self.add(page);
        Ok(())
    }

    fn chart(&self, data: &ChartData) -> Chart {
        let mut chart = match data.is_total {
            true => Chart::new_line(),
            false => Chart::new_column(),
        };
        self.actual(&mut chart, data);
        match (data.planned, data.is_total) {
            (Some(row), true) => self.planned(&mut chart, data, row),
            (Some(row), false) => {
                let mut lines = Chart::new_line();
                self.planned(&mut lines, data, row);
                chart.combine(&lines);
            }
            (None, _) => {}
        }
        self.dress(&mut chart, data);
        chart
    }

    fn actual(&self, chart: &mut Chart, data: &ChartData) {
        let mut labels = ChartDataLabel::new();
        labels
            .show_value()
            .set_num_format(&data.format)
            .set_font(&self.chart_font(10));
        if data.is_total {
            labels.set_position(match data.is_behind {
                true => ChartDataLabelPosition::Below,
                false => ChartDataLabelPosition::Above,
            });
            let series = self.series(chart, data, data.actual, "workbook-figure-total");
            line_of(series, ChartLineDashType::Solid, ChartMarkerType::Circle);
            series.set_data_label(&labels);
        } else {
            let series = self.series(chart, data, data.actual, "workbook-figure-actual");
            column_of(series);
            series.set_data_label(&labels);
        }
    }

    fn planned(&self, chart: &mut Chart, data: &ChartData, row: u32) {
        let key = match data.is_total {
            true => "workbook-figure-path",
            false => "workbook-figure-planned",
        };
        let series = self.series(chart, data, row, key);
        line_of(series, ChartLineDashType::Dash, ChartMarkerType::Diamond);
    }

    /// A series that is in the chart already: one that is pushed loses its markers.
    fn series<'c>(
        &self,
        chart: &'c mut Chart,
        data: &ChartData,
        row: u32,
        key: &str,
    ) -> &'c mut ChartSeries {
        let (heading, first, last) = data.years;
        let sheet = data.sheet.as_str();
        chart
            .add_series()
            .set_name(self.label(key).as_str())
            .set_categories((sheet, heading, first, heading, last))
            .set_values((sheet, row, first, row, last))
    }

    fn chart_font(&self, size: u16) -> ChartFont {
        let mut font = ChartFont::new();
        font.set_name(self.label("workbook-font")).set_size(size);
        font
    }

    fn dress(&self, chart: &mut Chart, data: &ChartData) {
        let (font, larger) = (self.chart_font(10), self.chart_font(11));
        chart
            .title()
            .set_name(named(&data.title).as_str())
            .set_font(&larger);
        chart
            .x_axis()
            .set_name(self.label("workbook-axis-year").as_str())
            .set_name_font(&font)
            .set_font(&font);
        chart
            .y_axis()
            .set_name(named(&data.axis).as_str())
            .set_name_font(&font)
            .set_num_format(&data.axis_format)
            .set_font(&font);
        if data.is_positive {
            chart.y_axis().set_min(0);
        }
        chart
            .legend()
            .set_position(ChartLegendPosition::Bottom)
            .set_font(&font);
        chart.set_width(WIDTH).set_height(ROWS * ROW);
        chart.set_alt_text(format!("{}. {}", named(&data.title), named(&data.status)));
    }
}

/// A name that is no reference to cells, which would begin with this sign.
fn named(text: &str) -> String {
    let text = shortened(&inert(text), MOST_OF_A_NAME);
    match text.starts_with('=') {
        true => format!(" {text}"),
        false => text,
    }
}

/// Light columns with a dark frame: they stand out from a dark line in any print.
fn column_of(series: &mut ChartSeries) {
    let mut frame = ChartLine::new();
    frame.set_color(0x1F_3864).set_width(1);
    let mut ground = ChartSolidFill::new();
    ground.set_color(0xB4_C7E7);
    let mut format = ChartFormat::new();
    format.set_border(&frame).set_solid_fill(&ground);
    series.set_format(&mut format).set_gap(80);
}

fn line_of(series: &mut ChartSeries, dash: ChartLineDashType, shape: ChartMarkerType) {
    let is_dashed = dash != ChartLineDashType::Solid;
    let colour: u32 = if is_dashed { 0x00_0000 } else { 0x1F_3864 };
    let mut line = ChartLine::new();
    line.set_color(colour).set_width(2).set_dash_type(dash);
    let mut ground = ChartSolidFill::new();
    ground.set_color(colour);
    let mut of_marker = ChartFormat::new();
    of_marker.set_solid_fill(&ground);
    let mut marker = ChartMarker::new();
    marker
        .set_type(shape)
        .set_size(7)
        .set_format(&mut of_marker);
    let mut format = ChartFormat::new();
    format.set_line(&line);
    series.set_format(&mut format).set_marker(&marker);
}

//! Builds the tree of a rule file from the events of the YAML parser.
//!
//! In: events with places. Out: a tree in which keys are texts that stand once and aliases are replaced by what they stand for,
//! and a problem for everything that was not so. Must not know: which keys there are.

use crate::rule::Problem;
use crate::rule::source::SourceText;
use crate::rule::yaml::alias::{Anchors, Unresolved};
use crate::rule::yaml::syntax::{LastNode, LastNodeKind, problem_of};
use crate::rule::yaml::{
    Findings, MOST_ALIASED, MOST_DEPTH, MOST_ENTRIES, Node, NodeKind, Scalar, Span,
};
use crate::text::nfc;
use granit_parser::{Event, Options, Parser, ScalarStyle, Span as Mark, StructureStyle, Tag};
use std::borrow::Cow;
use std::collections::HashMap;

/// The tree; none if the file is not YAML, nested too deeply, empty, or more than one document.
pub(super) fn tree(findings: &mut Findings<'_>) -> Option<Node> {
    let source = findings.source();
    let bytes = source.bytes(findings.origin());
    let text = source.text.get(bytes.clone()).unwrap_or_default();
    let mut builder = Builder::new(source, bytes.start, Anchors::of(text, options()), findings);
    for event in Parser::new_from_str_with_options(text, options()) {
        let taken = match event {
            Ok((event, mark)) => builder.take(event, &mark),
            Err(error) => builder.refuse(&error),
        };
        taken?;
    }
    builder.finish()
}

fn options() -> Options {
    granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        disallow_directives: true,
        emit_comments: false,
        flow_nesting_limit: 2 * MOST_DEPTH,
        block_nesting_limit: 2 * MOST_DEPTH,
    }
}

struct Builder<'b, 's> {
    source: &'s SourceText,
    /// Where the file begins in the text; the parser counts from there.
    begin: usize,
    findings: &'b mut Findings<'s>,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    last: Option<LastNode>,
    anchors: Anchors,
    /// Reported at the end, since on a line that is not YAML at all they are not what is wrong with it.
    unknown_aliases: Vec<(String, Span)>,
}

/// A list or a mapping whose end has not come yet.
struct Open {
    start: usize,
    anchor: usize,
    flow: bool,
    count: usize,
    kind: OpenKind,
}

enum OpenKind {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<(Node, Node)>,
        key: Option<Node>,
        seen: HashMap<String, Span>,
    },
}

impl<'b, 's> Builder<'b, 's> {
    fn new(
        source: &'s SourceText,
        begin: usize,
        anchors: Anchors,
        findings: &'b mut Findings<'s>,
    ) -> Self {
        Builder {
            source,
            begin,
            findings,
            open: Vec::new(),
            root: None,
            documents: 0,
            last: None,
            anchors,
            unknown_aliases: Vec::new(),
        }
    }

    /// Positions always have bytes when a parser reads from a text.
    fn span_of(&self, mark: &Mark) -> Span {
        mark.byte_range().map_or(Span::default(), |range| Span {
            start: self.begin + range.start,
            end: self.begin + range.end,
        })
    }

    /// Takes one event; none if nothing more can be made of the file.
    fn take(&mut self, event: Event<'_>, mark: &Mark) -> Option<()> {
        let span = self.span_of(mark);
        self.refuse_tag(event.tag(), mark);
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the parser's events may grow; starts and ends of streams need nothing"
        )]
        match event {
            Event::DocumentStart(..) => self.start_document(span),
            Event::Scalar(text, style, anchor, _) => self.scalar(&text, style, anchor, span),
            Event::SequenceStart(style, anchor, _) => {
                self.start(OpenKind::Sequence(Vec::new()), style, anchor, span)
            }
            Event::MappingStart(style, anchor, _) => self.start(
                OpenKind::Mapping {
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                },
                style,
                anchor,
                span,
            ),
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Anchor(id, name) => self.anchor(id, name, span),
            Event::Alias(id) => self.alias(id, span),
            Event::UnresolvedAlias(name) => {
                self.unknown_aliases.push((name.into_owned(), span));
                self.last = Some(LastNode {
                    kind: LastNodeKind::Alias,
                    span,
                });
                self.place(nothing(span));
                Some(())
            }
            _ => Some(()),
        }
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, mark: &Mark) {
        if let Some(tag) = tag {
            let span = self.span_of(mark.tag_span().as_ref().unwrap_or(mark));
            self.findings.add(
                Problem::Tag {
                    tag: tag.original(),
                },
                span,
            );
        }
    }

    fn start_document(&mut self, span: Span) -> Option<()> {
        self.documents += 1;
        if self.documents > 1 {
            self.findings.add(Problem::SeveralDocuments {}, span);
            return None;
        }
        Some(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, span: Span) -> Option<()> {
        let raw = self
            .source
            .text
            .get(span.start..span.end)
            .unwrap_or_default();
        let scalar = Scalar::new(text, style, span.start, raw);
        let end = span.start + raw.trim_end().len();
        let node = Node {
            kind: NodeKind::Scalar(scalar),
            start: span.start,
            end,
        };
        let kind = if style == ScalarStyle::Plain {
            LastNodeKind::Plain
        } else {
            LastNodeKind::Other
        };
        self.last = Some(LastNode {
            kind,
            span: node.span(),
        });
        self.anchors.keep(anchor, &node);
        self.place(node);
        Some(())
    }

    fn start(
        &mut self,
        kind: OpenKind,
        style: StructureStyle,
        anchor: usize,
        span: Span,
    ) -> Option<()> {
        if self.open.len() >= MOST_DEPTH {
            self.findings.add(
                Problem::TooNested {
                    limit: MOST_DEPTH as u64,
                },
                span,
            );
            return None;
        }
        let flow = style == StructureStyle::Flow;
        self.last = None;
        self.open.push(Open {
            start: span.start,
            anchor,
            flow,
            count: 0,
            kind,
        });
        Some(())
    }

    fn end(&mut self, span: Span) -> Option<()> {
        let open = self.open.pop()?;
        let (kind, inner_end) = match open.kind {
            OpenKind::Sequence(items) => {
                let end = items.last().map(|item| item.end);
                (NodeKind::Sequence(items), end)
            }
            OpenKind::Mapping { entries, .. } => {
                let end = entries.last().map(|(key, value)| value.end.max(key.end));
                (NodeKind::Mapping(entries), end)
            }
        };
        // The end of a block is the next token; what came by an alias may stand anywhere.
        let end = if open.flow {
            span.end
        } else {
            inner_end.unwrap_or(span.end).max(open.start)
        };
        let node = Node {
            kind,
            start: open.start,
            end,
        };
        if open.count > MOST_ENTRIES {
            self.findings.add(
                Problem::TooMany {
                    limit: MOST_ENTRIES as u64,
                },
                node.head(),
            );
        }
        let kind = if open.flow {
            LastNodeKind::ClosedFlow
        } else {
            LastNodeKind::Other
        };
        self.last = Some(LastNode {
            kind,
            span: node.span(),
        });
        self.anchors.keep(open.anchor, &node);
        self.place(node);
        Some(())
    }

    fn anchor(&mut self, id: usize, name: Cow<'_, str>, span: Span) -> Option<()> {
        if !self.anchors.is_aliased(id) {
            let name = name.into_owned();
            self.findings.add(Problem::UnusedAnchor { name }, span);
        }
        Some(())
    }

    fn alias(&mut self, id: usize, span: Span) -> Option<()> {
        let kind = LastNodeKind::Alias;
        self.last = Some(LastNode { kind, span });
        let node = match self.anchors.resolve(id, self.open.len()) {
            Ok(node) => node,
            Err(Unresolved::Loop) => {
                let name = self.source.text.get(span.start + 1..span.end);
                let name = name.unwrap_or_default().to_owned();
                self.findings.add(Problem::AliasLoop { name }, span);
                nothing(span)
            }
            Err(Unresolved::TooNested) => {
                let limit = MOST_DEPTH as u64;
                self.findings.add(Problem::TooNested { limit }, span);
                return None;
            }
            Err(Unresolved::TooMany) => {
                let limit = MOST_ALIASED as u64;
                self.findings.add(Problem::AliasBomb { limit }, span);
                return None;
            }
        };
        self.place(node);
        Some(())
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut open.kind {
            OpenKind::Sequence(items) => {
                open.count += 1;
                if open.count <= MOST_ENTRIES {
                    items.push(node);
                }
            }
            OpenKind::Mapping { entries, key, seen } => match key.take() {
                None => *key = Some(node),
                Some(name) => {
                    open.count += 1;
                    if open.count <= MOST_ENTRIES && is_new_key(&name, seen, self.findings) {
                        entries.push((name, node));
                    }
                }
            },
        }
    }

    /// Reports why the file is not YAML.
    fn refuse(&mut self, error: &granit_parser::ScanError) -> Option<()> {
        let at = self.begin + error.marker().byte_offset().unwrap_or(0);
        let (problem, span) = problem_of(self.source, error, at, self.last.as_ref());
        let line = |at: usize| {
            self.source
                .text
                .get(..at)
                .map_or(0, |before| before.matches(['\n', '\r']).count())
        };
        self.unknown_aliases
            .retain(|(_, alias)| line(alias.start) != line(span.start));
        self.findings.add(problem, span);
        self.report_unknown_aliases();
        None
    }

    fn report_unknown_aliases(&mut self) {
        for (name, span) in self.unknown_aliases.drain(..) {
            self.findings.add(Problem::UnknownAlias { name }, span);
        }
    }

    fn finish(mut self) -> Option<Node> {
        self.report_unknown_aliases();
        let root = self.root.filter(|root| !root.is_nothing());
        if root.is_none() {
            self.findings.add_to_file(Problem::EmptyFile {});
        }
        root
    }
}

/// Whether the key is a text that the mapping does not have yet; reports it otherwise.
fn is_new_key(key: &Node, seen: &mut HashMap<String, Span>, findings: &mut Findings) -> bool {
    let scalar = match &key.kind {
        NodeKind::Scalar(scalar) if !scalar.is_nothing() && !scalar.text.trim().is_empty() => {
            scalar
        }
        NodeKind::Scalar(_) | NodeKind::Sequence(_) | NodeKind::Mapping(_) => {
            findings.add(Problem::KeyNotText {}, key.head());
            return false;
        }
    };
    if scalar.plain && scalar.text == "<<" {
        findings.add(Problem::MergeKey {}, key.span());
        return false;
    }
    let name = nfc(scalar.text.trim());
    if let Some(first) = seen.get(&name) {
        findings.add_both(Problem::DuplicateKey { key: name }, key.span(), *first);
        return false;
    }
    seen.insert(name, key.span());
    true
}

/// What stands in for an alias that leads nowhere.
fn nothing(span: Span) -> Node {
    Node {
        kind: NodeKind::Scalar(Scalar::new("", ScalarStyle::Plain, span.start, "")),
        start: span.start,
        end: span.end,
    }
}

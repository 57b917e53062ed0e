namespace WhatsCommerce.Messages;

/// <summary>
/// Builds a list: a body, a button that opens it, and up to ten rows in up to ten sections. Only a text is allowed as header.
/// </summary>
/// <remarks>The customer's reply arrives as an interactive reply with the id of the row. Source: Meta,
/// messages/interactive-list-messages.</remarks>
public sealed class ListMessageBuilder : HeadedMessageBuilder<ListMessageBuilder, ListMessage>
{
    private readonly string? _button;
    private readonly List<ListSection> _sections = [];
    private List<ListSection> _shown = [];
    private string? _shownButton;

    internal ListMessageBuilder(string? button) => _button = NullIfEmpty(button);

    /// <summary>Adds a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="rows">The rows; at most <see cref="MessageLimits.ListRows"/> over all sections.</param>
    public ListMessageBuilder Section(string? title, params ReadOnlySpan<ListRow> rows)
    {
        _sections.Add(new ListSection(NullIfEmpty(title), [.. rows]));
        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="rows">The rows; at most <see cref="MessageLimits.ListRows"/> over all sections.</param>
    public ListMessageBuilder Section(string? title, IEnumerable<ListRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _sections.Add(new ListSection(NullIfEmpty(title), [.. rows]));
        return this;
    }

    /// <summary>Sets the rows of a list that has one section without a title; replaces earlier sections.</summary>
    /// <param name="rows">At most <see cref="MessageLimits.ListRows"/> rows.</param>
    public ListMessageBuilder Rows(params ReadOnlySpan<ListRow> rows)
    {
        _sections.Clear();
        return Section(null, rows);
    }

    /// <summary>Sets the rows of a list that has one section without a title; replaces earlier sections.</summary>
    /// <param name="rows">At most <see cref="MessageLimits.ListRows"/> rows.</param>
    public ListMessageBuilder Rows(IEnumerable<ListRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _sections.Clear();
        return Section(null, rows);
    }

    /// <summary>
    /// Truncates the titles of sections and rows, and the text of the button, that are longer than Meta accepts, with an ellipsis at the
    /// end. Otherwise they are violations. Truncated texts are listed in <see cref="OutboundMessage.Adjustments"/> and in the receipt of
    /// each send.
    /// </summary>
    public ListMessageBuilder ShortenTitles()
    {
        ShortensTitles = true;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        _shownButton = Title("interactive.action.button", _button, MessageLimits.ListButton);
        _shown = ShortensTitles ? [.. _sections.Select(Shorten)] : _sections;
        AllowTextHeader(violations, "a list");
        RequireBody(violations, MessageLimits.ListBody);
        AllowFooter(violations);
        violations.RequireText("interactive.action.button", _shownButton, MessageLimits.ListButton, "The button's text");
        violations.RequireCount("interactive.action.sections", _shown.Count, MessageLimits.ListSections, "sections");

        int rows = 0;
        HashSet<string> ids = [];
        for (int i = 0; i < _shown.Count; i++)
        {
            rows += _shown[i].Rows.Length;
            ValidateSection(violations, i, ids);
        }

        if (rows > MessageLimits.ListRows)
        {
            violations.RequireCount("interactive.action.sections", rows, MessageLimits.ListRows, "rows in all sections");
        }
    }

    private protected override ListMessage Create() => new(HeaderContent, BodyText!, FooterText, _shownButton!, [.. _shown]);

    private ListSection Shorten(ListSection section, int index) => new(
        Title(new("interactive.action.sections[{0}].title", index), section.Title, MessageLimits.SectionTitle),
        [
            .. section.Rows.Select((row, i) => new ListRow(
                row.Id,
                Title(new("interactive.action.sections[{0}].rows[{1}].title", index, i), row.Title, MessageLimits.ListRowTitle),
                row.Description)),
        ]);

    private void ValidateSection(Violations violations, int index, HashSet<string> ids)
    {
        ListSection section = _shown[index];
        WirePath titlePath = new("interactive.action.sections[{0}].title", index);
        if (section.Title is null && _sections.Count > 1)
        {
            violations.Add(titlePath, ViolationRule.Required,
                "Each section needs a title when there is more than one.", MessageLimits.SectionTitle, 0);
        }

        violations.AllowText(titlePath, section.Title, MessageLimits.SectionTitle, "The section's title");
        if (section.Rows.IsEmpty)
        {
            violations.Add(new("interactive.action.sections[{0}].rows", index), ViolationRule.Required,
                "The section has no rows; add one or leave the section out.");
        }

        for (int i = 0; i < section.Rows.Length; i++)
        {
            WirePath path = new("interactive.action.sections[{0}].rows[{1}]", index, i);
            if (section.Rows[i] is not ListRow row)
            {
                violations.Add(path, ViolationRule.Required, "The row is null; leave it out.");
                continue;
            }

            violations.RequireReplyId(path.Below(".id"), row.Id, MessageLimits.ListRowId, ids, "The row's id");
            violations.RequireText(path.Below(".title"), row.Title, MessageLimits.ListRowTitle, "The row's title");
            violations.AllowText(path.Below(".description"), row.Description, MessageLimits.ListRowDescription, "The row's description");
        }
    }
}

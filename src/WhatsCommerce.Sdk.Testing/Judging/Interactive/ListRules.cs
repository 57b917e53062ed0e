namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>The rules for a list: a button, and rows in sections. Source: Meta, messages/interactive-list-messages.</summary>
internal static class ListRules
{
    public static Refusal? Judge(Place action)
    {
        Place sections = action["sections"];
        if ((action["button"].NeedText("Button text", Limits.ListButton)
            ?? sections.NeedArray("sections", 1, Limits.ListSections)) is { } refusal)
        {
            return refusal;
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        return sections.Each(section =>
                section.NeedObject()
                ?? RequestRules.SectionTitle(section["title"], required: sections.Count > 1)
                ?? section["rows"].NeedArray("rows", 1, int.MaxValue)
                ?? section["rows"].Each(row => Row(row, ids)))
            ?? (ids.Count > Limits.ListRows ? sections.WrongCount("rows", 1, Limits.ListRows) : null);
    }

    private static Refusal? Row(Place row, HashSet<string> ids) =>
        row.NeedObject()
        ?? ButtonRules.ReplyId(row["id"], "Row id", Limits.ListRowId, ids)
        ?? row["title"].NeedText("Row title", Limits.ListRowTitle)
        ?? row["description"].AllowText("Row description", Limits.ListRowDescription);
}

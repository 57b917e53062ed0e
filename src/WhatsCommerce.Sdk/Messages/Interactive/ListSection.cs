namespace WhatsCommerce.Messages;

/// <summary>A section of a list: a title and the rows under it.</summary>
public sealed class ListSection
{
    internal ListSection(string? title, ImmutableArray<ListRow> rows)
    {
        Title = title;
        Rows = rows;
    }

    /// <summary>The title; <see langword="null"/> only in a list of one section.</summary>
    public string? Title { get; }

    /// <summary>The rows in the order shown.</summary>
    public ImmutableArray<ListRow> Rows { get; }
}

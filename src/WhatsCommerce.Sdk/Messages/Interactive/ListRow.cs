namespace WhatsCommerce.Messages;

/// <summary>A row of a list that the customer can choose.</summary>
public sealed class ListRow
{
    /// <summary>Makes a row; its limits are checked when the list is built.</summary>
    /// <param name="id">What the answer carries, at most <see cref="MessageLimits.ListRowId"/> characters; the customer does not see
    /// it.</param>
    /// <param name="title">What the row says, at most <see cref="MessageLimits.ListRowTitle"/> characters.</param>
    /// <param name="description">The small text below, at most <see cref="MessageLimits.ListRowDescription"/> characters; null or empty for
    /// none.</param>
    public ListRow(string? id, string? title, string? description = null)
    {
        Id = id ?? "";
        Title = title ?? "";
        Description = string.IsNullOrEmpty(description) ? null : description;
    }

    /// <summary>What the answer carries.</summary>
    public string Id { get; }

    /// <summary>What the row says.</summary>
    public string Title { get; }

    /// <summary>The small text below, or <see langword="null"/>.</summary>
    public string? Description { get; }
}

namespace WhatsCommerce.Messages;

/// <summary>A row of a list that the customer can choose.</summary>
public sealed class ListRow
{
    /// <summary>Creates a row; its limits are checked when the list is built.</summary>
    /// <param name="id">
    /// The id in the reply, at most <see cref="MessageLimits.ListRowId"/> characters; the customer does not see it.
    /// </param>
    /// <param name="title">The title, at most <see cref="MessageLimits.ListRowTitle"/> characters.</param>
    /// <param name="description">The small text below, at most <see cref="MessageLimits.ListRowDescription"/> characters; null or empty for
    /// none.</param>
    public ListRow(string? id, string? title, string? description = null)
    {
        Id = id ?? "";
        Title = title ?? "";
        Description = string.IsNullOrEmpty(description) ? null : description;
    }

    /// <summary>The id in the reply.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The small text below, or <see langword="null"/>.</summary>
    public string? Description { get; }
}

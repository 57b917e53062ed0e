namespace WhatsCommerce.Storefronts;

/// <summary>Represents the text of an entry, which is deleted after the retention period.</summary>
public sealed partial record ConversationContent
{
    /// <summary>Gets the header, at most 256 characters.</summary>
    [Sensitive]
    public string? Header { get; init; }

    /// <summary>Gets the text, at most 4,096 characters.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the footer, at most 256 characters.</summary>
    [Sensitive]
    public string? Footer { get; init; }

    /// <summary>Gets the titles of buttons and list rows: at most 40, each at most 256 characters.</summary>
    [Sensitive]
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gets the URL that a button opens, such as a payment page.</summary>
    [Sensitive]
    public string? Link { get; init; }
}

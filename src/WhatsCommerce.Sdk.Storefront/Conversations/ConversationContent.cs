namespace WhatsCommerce.Storefronts;

/// <summary>The text of an entry, which is removed after the retention period.</summary>
public sealed partial record ConversationContent
{
    /// <summary>Gets the title above the text, of at most 256 characters.</summary>
    [Sensitive]
    public string? Header { get; init; }

    /// <summary>Gets the text, of at most 4,096 characters.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the small text below, of at most 256 characters.</summary>
    [Sensitive]
    public string? Footer { get; init; }

    /// <summary>Gets the titles of buttons and rows, at most 40 of at most 256 characters.</summary>
    [Sensitive]
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gets the address that a button opens, such as a page to pay on.</summary>
    [Sensitive]
    public string? Link { get; init; }
}

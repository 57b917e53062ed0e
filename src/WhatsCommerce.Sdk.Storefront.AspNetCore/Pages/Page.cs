namespace WhatsCommerce.Storefronts;

/// <summary>The content of a page, before it is written as HTML.</summary>
internal sealed record Page
{
    public required PageLanguage Language { get; init; }
    public required string Title { get; init; }
    public string? Text { get; init; }
    public PageTone Tone { get; init; }
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The order whose lines are shown.</summary>
    public Order? Order { get; init; }

    public IReadOnlyList<PageAction> Actions { get; init; } = [];

    /// <summary>The provider's page, which the browser opens on its own.</summary>
    public Uri? OpensByItself { get; init; }
}

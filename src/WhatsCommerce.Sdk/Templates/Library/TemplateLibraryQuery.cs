namespace WhatsCommerce.Templates;

/// <summary>Represents a filter of Meta's template library; members that are not set do not filter.</summary>
/// <remarks>Source: Meta, templates/template-library, template filters.</remarks>
public sealed record TemplateLibraryQuery
{
    /// <summary><c>search</c>: text that the name or the content contains.</summary>
    public string? Search { get; init; }

    /// <summary><c>topic</c>, such as <c>ORDER_MANAGEMENT</c>.</summary>
    public string? Topic { get; init; }

    /// <summary><c>usecase</c>, such as <c>SHIPMENT_CONFIRMATION</c>.</summary>
    public string? UseCase { get; init; }

    /// <summary><c>industry</c>, such as <c>E_COMMERCE</c>.</summary>
    public string? Industry { get; init; }

    /// <summary><c>language</c>, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }
}

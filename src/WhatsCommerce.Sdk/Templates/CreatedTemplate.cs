namespace WhatsCommerce.Templates;

/// <summary>Represents a template that Meta accepted for review.</summary>
public sealed record CreatedTemplate : IGraphResponse
{
    /// <summary>The id of the template in this language at Meta.</summary>
    public TemplateId Id { get; init; }

    /// <summary>Its language, if Meta returns it: for templates in several languages at once.</summary>
    public string? Language { get; init; }

    /// <summary>The state of the review: usually <see cref="TemplateStatus.Pending"/>, sometimes already final.</summary>
    public TemplateStatus Status { get; init; }

    /// <summary>The category that Meta assigned.</summary>
    public TemplateCategory Category { get; init; }

    bool IGraphResponse.IsComplete => Id.HasValue;
}

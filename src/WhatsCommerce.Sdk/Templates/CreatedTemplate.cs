namespace WhatsCommerce.Templates;

/// <summary>A template that Meta accepted for review.</summary>
public sealed record CreatedTemplate : IGraphAnswer
{
    /// <summary>The id under which Meta knows it, in this language.</summary>
    public TemplateId Id { get; init; }

    /// <summary>Its language, where Meta tells it: of templates in several languages at once.</summary>
    public string? Language { get; init; }

    /// <summary>How far the review is: mostly <see cref="TemplateStatus.Pending"/>, sometimes over already.</summary>
    public TemplateStatus Status { get; init; }

    /// <summary>The category that Meta assigned.</summary>
    public TemplateCategory Category { get; init; }

    bool IGraphAnswer.IsComplete => Id.HasValue;
}

namespace WhatsCommerce.Templates;

/// <summary>The base class of all template builders. A builder is mutable and can build again; the last call of a setter wins.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class TemplateBuilder<TBuilder>
    where TBuilder : TemplateBuilder<TBuilder>
{
    private protected TemplateBuilder(TemplateDraft draft) => Draft = draft;

    private protected TemplateDraft Draft { get; }

    private protected TBuilder This => (TBuilder)this;

    /// <summary>Allows Meta to change the category of the template instead of rejecting it.</summary>
    /// <param name="allows">Whether Meta may change it.</param>
    public TBuilder AllowCategoryChange(bool allows = true)
    {
        Draft.AllowsCategoryChange = allows;
        return This;
    }

    /// <summary>Sets how long Meta tries to deliver a message from this template. The allowed values depend on the category.</summary>
    /// <param name="timeToLive">Whole seconds; null for Meta's default.</param>
    public TBuilder TimeToLive(TimeSpan? timeToLive)
    {
        Draft.TimeToLive = timeToLive;
        return This;
    }

    /// <summary>Validates everything that can be checked offline, and builds the definition.</summary>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is violated; contains all violations.</exception>
    public TemplateDefinition Build()
    {
        TemplateDefinition definition = Validate(out Violations violations);
        violations.ThrowIfAny($"The template '{definition.Name}' would be rejected");
        return definition;
    }

    /// <summary>Validates everything that can be checked offline, and builds the definition if there are no violations.</summary>
    /// <param name="definition">The definition, or <see langword="null"/>.</param>
    /// <param name="violations">All violations; empty on success.</param>
    public bool TryBuild([NotNullWhen(true)] out TemplateDefinition? definition, out IReadOnlyList<Violation> violations)
    {
        TemplateDefinition draft = Validate(out Violations found);
        violations = found.ToList();
        definition = found.Any ? null : draft;
        return definition is not null;
    }

    private TemplateDefinition Validate(out Violations violations)
    {
        TemplateDefinition definition = Draft.ToDefinition();
        violations = new();
        TemplateChecks.Check(violations, definition);
        Check(violations);
        return definition;
    }

    /// <summary>Checks the rules of this kind of template.</summary>
    private protected virtual void Check(Violations violations) { }

    private protected TBuilder Add(TemplateButtonDefinition button)
    {
        Draft.Buttons.Add(button);
        return This;
    }

    /// <summary>Empty is the same as absent: nothing is sent.</summary>
    private protected static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

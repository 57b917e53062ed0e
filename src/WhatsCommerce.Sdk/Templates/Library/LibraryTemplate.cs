namespace WhatsCommerce.Templates;

/// <summary>Represents a template of Meta's library, with fixed text and category, which needs no review.</summary>
/// <remarks>Source: Meta, templates/template-library.</remarks>
public sealed record LibraryTemplate
{
    /// <summary><c>id</c>: the id in the library.</summary>
    public string? Id { get; init; }

    /// <summary><c>name</c>, for <see cref="LibraryTemplateDefinition"/>.</summary>
    public string? Name { get; init; }

    /// <summary><c>language</c>, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }

    /// <summary><c>category</c>: utility or authentication.</summary>
    public TemplateCategory Category { get; init; }

    /// <summary><c>topic</c>, such as <c>PAYMENTS</c>.</summary>
    public string? Topic { get; init; }

    /// <summary><c>usecase</c>, such as <c>LOW_BALANCE_WARNING</c>.</summary>
    [JsonPropertyName("usecase")]
    public string? UseCase { get; init; }

    /// <summary><c>industry</c>, such as <c>E_COMMERCE</c>.</summary>
    [JsonPropertyName("industry")]
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary><c>header</c>: its text.</summary>
    public string? Header { get; init; }

    /// <summary><c>body</c>: its text, with variables as <c>{{1}}</c>.</summary>
    public string? Body { get; init; }

    /// <summary><c>body_params</c>: an example of each variable.</summary>
    [JsonPropertyName("body_params")]
    public IReadOnlyList<string> BodyExamples { get; init; } = [];

    /// <summary>
    /// <c>body_param_types</c>: the type of each variable, such as <c>TEXT</c>, <c>AMOUNT</c>, <c>DATE</c>, <c>ADDRESS</c>, <c>EMAIL</c>,
    /// <c>NUMBER</c>; a message with a value of another type is rejected.
    /// </summary>
    [JsonPropertyName("body_param_types")]
    public IReadOnlyList<string> BodyTypes { get; init; } = [];

    /// <summary><c>buttons</c>, as Meta describes them.</summary>
    public IReadOnlyList<JsonElement> Buttons { get; init; } = [];
}

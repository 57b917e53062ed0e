namespace WhatsCommerce.Templates;

/// <summary>One rule of Meta's that a template breaks.</summary>
public sealed record TemplateViolation
{
    internal TemplateViolation(string path, TemplateRule rule, string message, int? limit = null, int? found = null)
    {
        Path = path;
        Rule = rule;
        Message = message;
        Limit = limit;
        Found = found;
    }

    /// <summary>Where, as it is on the wire: <c>components[2].buttons[0].text</c>.</summary>
    public string Path { get; }

    /// <summary>Which kind of rule.</summary>
    public TemplateRule Rule { get; }

    /// <summary>The limit, where the rule has one: characters or items.</summary>
    public int? Limit { get; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public int? Found { get; }

    /// <summary>What is wrong and how to mend it.</summary>
    public string Message { get; }

    /// <summary>The path and the sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

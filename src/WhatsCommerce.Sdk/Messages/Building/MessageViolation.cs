namespace WhatsCommerce.Messages;

/// <summary>One rule of Meta's that a message breaks.</summary>
public sealed record MessageViolation
{
    internal MessageViolation(string path, ViolationRule rule, string message, int? limit = null, int? found = null)
    {
        Path = path;
        Rule = rule;
        Message = message;
        Limit = limit;
        Found = found;
    }

    /// <summary>Where, as it is on the wire: <c>interactive.action.sections[2].title</c>.</summary>
    public string Path { get; }

    /// <summary>Which kind of rule.</summary>
    public ViolationRule Rule { get; }

    /// <summary>The limit, where the rule has one: characters or items.</summary>
    public int? Limit { get; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public int? Found { get; }

    /// <summary>What is wrong and how to mend it. Holds nothing of a customer's text or number.</summary>
    public string Message { get; }

    /// <summary>The path and the sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

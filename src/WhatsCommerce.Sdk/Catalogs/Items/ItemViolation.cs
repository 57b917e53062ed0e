namespace WhatsCommerce.Catalogs;

/// <summary>One rule of Meta's that an item breaks.</summary>
public sealed record ItemViolation
{
    internal ItemViolation(RetailerId retailerId, string path, ItemRule rule, string message, int? limit = null, int? found = null)
    {
        RetailerId = retailerId;
        Path = path;
        Rule = rule;
        Message = message;
        Limit = limit;
        Found = found;
    }

    /// <summary>Which item; absent when that is what it lacks.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>Which field, as it is on the wire: <c>image_link</c>, <c>importer_address.country</c>.</summary>
    public string Path { get; }

    /// <summary>Which kind of rule.</summary>
    public ItemRule Rule { get; }

    /// <summary>The limit, where the rule has one.</summary>
    public int? Limit { get; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public int? Found { get; }

    /// <summary>What is wrong and how to mend it.</summary>
    public string Message { get; }

    /// <summary>The field and the sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

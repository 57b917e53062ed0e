namespace WhatsCommerce;

/// <summary>One rule of Meta's that the settings of a request break.</summary>
public sealed record RequestViolation
{
    internal RequestViolation(string path, string message, int? limit = null, int? found = null)
    {
        Path = path;
        Message = message;
        Limit = limit;
        Found = found;
    }

    /// <summary>Where, as it is on the wire: <c>grievance_officer_details.email</c>.</summary>
    public string Path { get; }

    /// <summary>The limit, where the rule has one: characters or items.</summary>
    public int? Limit { get; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public int? Found { get; }

    /// <summary>What is wrong and how to mend it.</summary>
    public string Message { get; }

    /// <summary>The path and the sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

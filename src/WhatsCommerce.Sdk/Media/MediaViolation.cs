namespace WhatsCommerce.Media;

/// <summary>One rule of Meta's that a file breaks.</summary>
public sealed record MediaViolation
{
    internal MediaViolation(string parameter, string message, long? limit = null, long? found = null)
    {
        Parameter = parameter;
        Message = message;
        Limit = limit;
        Found = found;
    }

    /// <summary>Which parameter of <see cref="MediaClient.UploadAsync"/>: <c>content</c>, <c>contentType</c> or <c>fileName</c>.</summary>
    public string Parameter { get; }

    /// <summary>The limit in bytes, where the rule has one.</summary>
    public long? Limit { get; }

    /// <summary>The size that was found, in bytes; of a stream whose length is not known, how far it was read.</summary>
    public long? Found { get; }

    /// <summary>What is wrong and how to mend it.</summary>
    public string Message { get; }

    /// <summary>The parameter and the sentence.</summary>
    public override string ToString() => $"{Parameter}: {Message}";
}

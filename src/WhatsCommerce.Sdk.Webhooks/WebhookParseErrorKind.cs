namespace WhatsCommerce.Webhooks;

/// <summary>What is wrong with a body that could not be read.</summary>
public enum WebhookParseErrorKind
{
    /// <summary>There is nothing, or nothing but blanks.</summary>
    Empty = 0,

    /// <summary>The bytes are not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>The JSON is broken, cut off, or followed by something else.</summary>
    InvalidJson,

    /// <summary>The JSON is nested deeper than 256 levels.</summary>
    TooDeep,

    /// <summary>The JSON is an array, a string, a number, a boolean or null.</summary>
    NotAnObject,
}

namespace WhatsCommerce.Webhooks;

/// <summary>Specifies what is wrong with a body that could not be read.</summary>
public enum WebhookParseErrorKind
{
    /// <summary>The body is empty or only white space.</summary>
    Empty = 0,

    /// <summary>The bytes are not valid UTF-8.</summary>
    InvalidUtf8,

    /// <summary>The JSON is malformed, truncated, or followed by something else.</summary>
    InvalidJson,

    /// <summary>The JSON is nested deeper than 256 levels.</summary>
    TooDeep,

    /// <summary>The JSON is an array, a string, a number, a boolean or null.</summary>
    NotAnObject,
}

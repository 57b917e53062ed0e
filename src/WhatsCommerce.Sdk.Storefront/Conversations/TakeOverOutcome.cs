namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of taking over a conversation.</summary>
public enum TakeOverOutcome
{
    /// <summary>The person now owns the conversation.</summary>
    Taken,

    /// <summary>The person already owned the conversation.</summary>
    WasTheirs,

    /// <summary>Another person owns the conversation.</summary>
    HeldByOther,

    /// <summary>The conversation does not exist.</summary>
    NotFound,
}

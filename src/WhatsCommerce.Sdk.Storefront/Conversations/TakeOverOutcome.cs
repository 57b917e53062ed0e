namespace WhatsCommerce.Storefronts;

/// <summary>How a take-over ended.</summary>
public enum TakeOverOutcome
{
    /// <summary>The conversation is a person's now.</summary>
    Taken,

    /// <summary>It was theirs already.</summary>
    WasTheirs,

    /// <summary>Another person has it.</summary>
    HeldByOther,

    /// <summary>There is no such conversation.</summary>
    NotFound,
}

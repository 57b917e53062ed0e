namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>What a provider may get wrong in a run, beside faults of its connection.</summary>
internal enum Mischief
{
    None,

    /// <summary>It takes another amount than it was asked to.</summary>
    Amount,

    /// <summary>It takes the amount in another currency.</summary>
    Currency,

    /// <summary>It attributes the payment to something else.</summary>
    Reference,

    /// <summary>It runs in test mode.</summary>
    Test,

    /// <summary>It takes money for what it confirmed to be taken back.</summary>
    LateCapture,
}

namespace WhatsCommerce.Testing;

/// <summary>What a customer's phone runs.</summary>
public enum CustomerPlatform
{
    /// <summary>Android.</summary>
    Android = 0,

    /// <summary>An iPhone.</summary>
    Iphone,
}

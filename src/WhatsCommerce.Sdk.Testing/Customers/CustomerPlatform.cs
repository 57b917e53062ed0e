namespace WhatsCommerce.Testing;

/// <summary>Specifies the platform of a customer's phone.</summary>
public enum CustomerPlatform
{
    /// <summary>Android.</summary>
    Android = 0,

    /// <summary>An iPhone.</summary>
    Iphone,
}

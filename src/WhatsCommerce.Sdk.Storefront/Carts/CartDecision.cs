namespace WhatsCommerce.Storefronts;

/// <summary>What becomes of a second cart.</summary>
public enum CartDecision
{
    /// <summary>The customer is asked by two buttons.</summary>
    Ask,

    /// <summary>Its lines are added to those of the open cart.</summary>
    Add,

    /// <summary>It takes the place of the open cart.</summary>
    Replace,
}

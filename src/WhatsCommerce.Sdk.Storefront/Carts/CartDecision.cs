namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what to do with a cart that is received while another cart of the customer is open.</summary>
public enum CartDecision
{
    /// <summary>Ask the customer, with two buttons.</summary>
    Ask,

    /// <summary>Add its lines to the open cart.</summary>
    Add,

    /// <summary>Replace the open cart with it.</summary>
    Replace,
}

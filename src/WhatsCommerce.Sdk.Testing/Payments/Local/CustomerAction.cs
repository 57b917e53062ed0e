namespace WhatsCommerce.Testing;

/// <summary>What a customer, or the customer's bank, does to a checkout.</summary>
internal enum CustomerAction
{
    Pay,
    PayDelayed,
    Confirm,
    Fail,
    Decline,

    /// <summary>Looks at the page and does nothing.</summary>
    Look,
}

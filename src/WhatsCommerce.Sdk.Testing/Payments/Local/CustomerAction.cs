namespace WhatsCommerce.Testing;

/// <summary>An action of a customer, or of the customer's bank, on a checkout.</summary>
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

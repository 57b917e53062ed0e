namespace WhatsCommerce.Payments;

/// <summary>Contains the limits of payments in India. Source: Meta, payments/payments-in/pg.</summary>
public static class PaymentLimits
{
    /// <summary>The maximum length in characters of a reference id.</summary>
    public static int ReferenceIdLength => 35;

    /// <summary>
    /// The maximum length in characters of the name of a payment configuration; undocumented, and longer than any known one.
    /// </summary>
    public static int ConfigurationNameLength => 256;
}

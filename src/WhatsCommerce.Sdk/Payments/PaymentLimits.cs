namespace WhatsCommerce.Payments;

/// <summary>The limits of payments in India. Source: Meta, payments/payments-in/pg.</summary>
public static class PaymentLimits
{
    /// <summary>The most characters of a reference id.</summary>
    public static int ReferenceIdLength => 35;

    /// <summary>The most characters of the name of a payment configuration; documented nowhere, and longer than any seen.</summary>
    public static int ConfigurationNameLength => 256;
}

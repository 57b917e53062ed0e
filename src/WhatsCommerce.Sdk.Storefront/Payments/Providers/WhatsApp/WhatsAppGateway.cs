namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the payment gateway in India that is connected to the WhatsApp Business account in Meta's settings.</summary>
public enum WhatsAppGateway
{
    /// <summary>Razorpay.</summary>
    Razorpay,

    /// <summary>PayU.</summary>
    PayU,

    /// <summary>BillDesk.</summary>
    BillDesk,

    /// <summary>Zaakpay.</summary>
    Zaakpay,
}

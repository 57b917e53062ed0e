namespace WhatsCommerce.Storefronts;

/// <summary>A payment gateway that is connected to the WhatsApp Business account in Meta's settings; in India.</summary>
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

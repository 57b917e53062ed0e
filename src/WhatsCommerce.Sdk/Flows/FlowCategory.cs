namespace WhatsCommerce.Flows;

/// <summary>Represents the purpose of a flow; unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi.</remarks>
[OpenWord(FromString = true)]
public readonly partial record struct FlowCategory
{
    /// <summary>Signing up.</summary>
    [Word("SIGN_UP")]
    public static partial FlowCategory SignUp { get; }

    /// <summary>Signing in.</summary>
    [Word("SIGN_IN")]
    public static partial FlowCategory SignIn { get; }

    /// <summary>Booking an appointment.</summary>
    [Word("APPOINTMENT_BOOKING")]
    public static partial FlowCategory AppointmentBooking { get; }

    /// <summary>Leaving an address for offers.</summary>
    [Word("LEAD_GENERATION")]
    public static partial FlowCategory LeadGeneration { get; }

    /// <summary>Contacting the business.</summary>
    [Word("CONTACT_US")]
    public static partial FlowCategory ContactUs { get; }

    /// <summary>Support.</summary>
    [Word("CUSTOMER_SUPPORT")]
    public static partial FlowCategory CustomerSupport { get; }

    /// <summary>A survey.</summary>
    [Word("SURVEY")]
    public static partial FlowCategory Survey { get; }

    /// <summary>Anything else.</summary>
    [Word("OTHER")]
    public static partial FlowCategory Other { get; }
}

namespace WhatsCommerce.Flows;

/// <summary>The limits of flows.</summary>
public static class FlowLimits
{
    /// <summary>
    /// The maximum size in bytes of a flow's JSON: 10 MB, read as 10 * 1,048,576 since Meta does not define its megabyte.
    /// </summary>
    /// <remarks>Source: Meta, flows/reference/flowjson, limitations; solution providers name the same.</remarks>
    public static int JsonBytes => 10 * 1024 * 1024;

    /// <summary>The number of days for which a preview link is valid.</summary>
    /// <remarks>Source: Meta, flows/reference/flowsapi, web preview.</remarks>
    public static int PreviewDays => 30;
}

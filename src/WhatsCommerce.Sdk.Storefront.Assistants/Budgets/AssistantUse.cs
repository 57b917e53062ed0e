using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Represents an amount of an hourly budget.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AssistantUse
{
    /// <summary>Gets the number of messages of the customer that the model answers.</summary>
    public int Turns { get; init; }

    /// <summary>Gets the number of tool calls.</summary>
    public int Calls { get; init; }

    /// <summary>Gets the number of messages that tools send.</summary>
    public int Messages { get; init; }

    /// <summary>Gets the number of products that tools show.</summary>
    public int Products { get; init; }

    /// <summary>Adds two uses.</summary>
    /// <param name="left">The first use.</param>
    /// <param name="right">The second use.</param>
    public static AssistantUse operator +(AssistantUse left, AssistantUse right) => left.Add(right);

    /// <summary>Adds another use.</summary>
    /// <param name="other">The other use.</param>
    /// <returns>The sum of both.</returns>
    public AssistantUse Add(AssistantUse other) => new()
    {
        Turns = Turns + other.Turns,
        Calls = Calls + other.Calls,
        Messages = Messages + other.Messages,
        Products = Products + other.Products,
    };

    /// <summary>Determines whether it is within limits.</summary>
    /// <param name="limits">The maximum of each value.</param>
    /// <returns>Whether no value exceeds its limit.</returns>
    public bool Fits(AssistantUse limits) =>
        Turns <= limits.Turns && Calls <= limits.Calls && Messages <= limits.Messages && Products <= limits.Products;
}

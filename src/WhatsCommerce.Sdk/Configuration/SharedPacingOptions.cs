namespace WhatsCommerce;

/// <summary>How the pace of sending is shared by several instances of an app.</summary>
public sealed class SharedPacingOptions
{
    /// <summary>
    /// The number by which each instance divides the pace while the database does not answer: as many as send at most. While some instances
    /// still reach it and others do not, what leaves may exceed the pace by that part. <see langword="null"/>, the default, lets messages
    /// wait until the database answers.
    /// </summary>
    [WholeNumber(1, 1_000, ErrorMessage = "{0} must be 1 to 1,000, or absent for messages to wait.")]
    public int? FallbackInstances { get; set; }
}

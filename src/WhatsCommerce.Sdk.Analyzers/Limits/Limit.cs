namespace WhatsCommerce.Analyzers;

/// <summary>A limit of a parameter or property.</summary>
/// <param name="Most">The maximum length in characters of a text, or the largest number.</param>
/// <param name="Name">The member of the SDK that contains the limit.</param>
/// <param name="What">What has the limit, as the beginning of a sentence.</param>
internal sealed record Limit(int Most, string Name, string What);

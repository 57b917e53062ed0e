namespace WhatsCommerce.Sdk.Tests;

/// <summary>Tests that look at the whole process, its memory or its listeners, and run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;

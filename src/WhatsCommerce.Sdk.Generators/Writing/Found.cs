namespace WhatsCommerce.Generators.Writing;

/// <summary>What a generator made of a declaration: the model of what it writes, or what is wrong with it.</summary>
/// <param name="Model">The model; null when it cannot be written.</param>
/// <param name="Mistakes">What is wrong; empty in a build that succeeds, so that lines that move change nothing.</param>
internal sealed record Found<T>(T? Model, EquatableArray<Mistake> Mistakes)
    where T : class, IEquatable<T>;

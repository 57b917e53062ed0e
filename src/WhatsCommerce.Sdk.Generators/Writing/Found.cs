namespace WhatsCommerce.Generators.Writing;

/// <summary>The result of reading a declaration: the model to generate from, or what is wrong with it.</summary>
/// <param name="Model">The model; null when nothing can be generated.</param>
/// <param name="Mistakes">The diagnostics; empty in a build that succeeds, so that moved lines change nothing.</param>
internal sealed record Found<T>(T? Model, EquatableArray<Mistake> Mistakes)
    where T : class, IEquatable<T>;

using System.Reflection;

namespace WhatsCommerce.Tests;

/// <summary>What docs/decisions/how-the-surface-grows.md asks of every public member, so that a new one cannot close a way.</summary>
public sealed class ApiConventions
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Compiled into patterns, attributes and default values of parameters, and never changed.
    private static readonly string[] NumbersThatStay =
    [
        "GraphErrorCodes", "WhatsCommerceDatabase.Written", "WhatsCommerceEmulatorBuilderExtensions.DefaultPort",
    ];

    /// <summary>A positional record has a <c>Deconstruct</c> and a constructor that a new member would change.</summary>
    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Records_AreNotPositional_ExceptMoney(Layer layer) => Assert.Empty(
        from type in Exported(layer)
        where type.GetMethod("Deconstruct", Declared) is not null && type != typeof(Money)
        select type.FullName);

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void AsynchronousMethods_TakeACancellationTokenLast(Layer layer) => Assert.Empty(
        from type in Exported(layer)
        from method in type.GetMethods(Declared)
        where method.Name.EndsWith("Async", StringComparison.Ordinal)
            && method.Name != nameof(IAsyncDisposable.DisposeAsync)
            && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
        select $"{type.Name}.{method.Name}");

    /// <summary>A constant is compiled into the app, which would go on checking against the limit of last year.</summary>
    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Numbers_AreNoConstants(Layer layer) => Assert.Empty(
        from type in Exported(layer)
        where !type.IsEnum
        from field in type.GetFields(Declared)
        where field.IsLiteral && field.FieldType != typeof(string)
            && !NumbersThatStay.Contains(type.Name) && !NumbersThatStay.Contains($"{type.Name}.{field.Name}")
        select $"{type.Name}.{field.Name}");

    /// <summary>Who adds a second namespace to a file must not have to tell two types of one name apart.</summary>
    [Fact]
    public void Types_OfAllPackages_HaveNamesOfTheirOwn() => Assert.Empty(
        from type in Layers.All.SelectMany(Exported)
        where !type.IsNested
        group type by type.Name into named
        where named.Count() > 1
        orderby named.Key
        select named.Key);

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Exceptions_AreCalledSo_AndDeriveFromOurs(Layer layer) => Assert.Empty(
        from type in Exported(layer)
        let isException = typeof(Exception).IsAssignableFrom(type)
        where isException != type.Name.EndsWith("Exception", StringComparison.Ordinal)
            || (isException && !typeof(WhatsCommerceException).IsAssignableFrom(type)
                && !typeof(OperationCanceledException).IsAssignableFrom(type))
        select type.FullName);

    private static IEnumerable<Type> Exported(Layer layer) => Assembly.Load(layer.Assembly).GetExportedTypes();
}

using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>Makes what Refit generates from the API interfaces, over the one transport.</summary>
internal static class GraphApi
{
    // Paths are relative to it; the transport knows the real address.
    private static readonly Uri Root = new("https://graph.invalid/");

    /// <summary>An implementation of an API interface; of a few hundred bytes.</summary>
    /// <param name="transport">The way to the API.</param>
    /// <param name="json">Reads the answers and writes the bodies.</param>
    public static TApi Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        GraphTransport transport, JsonSerializerContext json)
        where TApi : class
    {
        FrozenDictionary<string, GraphOperation> operations = Shared<TApi>.Operations ??= ReadOperations(typeof(TApi), json);
        RefitSettings settings = Shared<TApi>.Settings ??= SettingsOf(json);
        // Neither holds a connection; what they would dispose of is nothing.
        HttpClient client = new(new GraphApiHandler(transport, operations)) { BaseAddress = Root, Timeout = Timeout.InfiniteTimeSpan };
        return RestService.ForGenerated<TApi>(client, settings);
    }

    private static FrozenDictionary<string, GraphOperation> ReadOperations(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type api, JsonSerializerContext json) =>
        api.GetMethods()
            .Select(method => (method.Name, Facts: method.GetCustomAttribute<GraphOperationAttribute>(), method.ReturnType))
            .Where(method => method.Facts is not null)
            .ToFrozenDictionary(
                method => method.Name, method => OperationOf(method.Facts!, method.ReturnType.GenericTypeArguments[0], json));

    private static GraphOperation OperationOf(GraphOperationAttribute facts, Type answer, JsonSerializerContext json)
    {
        JsonTypeInfo type = json.GetTypeInfo(answer)
            ?? throw new InvalidOperationException($"{json.GetType().Name} does not know {answer}, the answer to {facts.Name}.");
        return new GraphOperation(facts.Name, AnswerReader.Of(type, facts)) { IfRefused = facts.IfRefused };
    }

    private static RefitSettings SettingsOf(JsonSerializerContext json) => new(new GraphContentSerializer(json), new GraphUrlFormatter())
    {
        // What went wrong is an exception of the transport's already.
        ExceptionFactory = static _ => default,
        TransportExceptionFactory = static (_, exception, _) => exception,
    };

    // Read once for each interface.
    private static class Shared<TApi>
    {
        public static FrozenDictionary<string, GraphOperation>? Operations { get; set; }
        public static RefitSettings? Settings { get; set; }
    }
}

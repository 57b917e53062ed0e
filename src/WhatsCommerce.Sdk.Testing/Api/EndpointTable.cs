using System.Collections.Frozen;

namespace WhatsCommerce.Testing.Api;

/// <summary>Every endpoint of the local Cloud API in a line of its own: verb, path, and what answers.</summary>
internal sealed class EndpointTable
{
    private const string Messaging = EmulatedPermissions.BusinessMessaging;

    private readonly FrozenDictionary<EndpointKey, Endpoint> _byKey;
    private readonly FrozenSet<(string Edge, int Parts)> _longPaths;

    public EndpointTable(EmulatorContext context)
    {
        Endpoint[] all = [.. Sending(new(context))];
        _byKey = all.ToFrozenDictionary(endpoint => endpoint.Key);
        _longPaths = all.Select(endpoint => (endpoint.Key.Edge, endpoint.Key.Parts)).Where(path => path.Parts > 2).ToFrozenSet();
    }

    /// <summary>Whether a path can lead anywhere: an object, an edge of it, or one of the few longer ones.</summary>
    public bool Knows(GraphPath path) => path.Rest.Length == 0 || _longPaths.Contains((path.Edge, path.Rest.Length + 2));

    /// <summary>The endpoint of a request on an object, if there is one.</summary>
    public Endpoint? Find(string method, object node, GraphPath path) =>
        _byKey.GetValueOrDefault(new(method, node.GetType(), path.Edge, path.Rest.Length + (path.Edge.Length > 0 ? 2 : 1)));

    private static IEnumerable<Endpoint> Sending(MessageEndpoints messages) =>
    [
        Post<EmulatedNumber>("/{number}/messages", Messaging, messages.Send),
    ];

    private static Endpoint Get<TNode>(string path, string permission, Func<ApiCall, TNode, ApiAnswer> answer) => On("GET", path, permission, answer);

    private static Endpoint Post<TNode>(string path, string permission, Func<ApiCall, TNode, ApiAnswer> answer) => On("POST", path, permission, answer);

    private static Endpoint Delete<TNode>(string path, string permission, Func<ApiCall, TNode, ApiAnswer> answer) => On("DELETE", path, permission, answer);

    private static Endpoint On<TNode>(string method, string path, string permission, Func<ApiCall, TNode, ApiAnswer> answer) =>
        new(method, path, typeof(TNode), permission, (call, node) => answer(call, (TNode)node));
}

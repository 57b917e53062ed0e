namespace WhatsCommerce;

/// <summary>The token may not do this: a permission or the access to the account is missing.</summary>
public sealed class GraphPermissionException : GraphException
{
    internal GraphPermissionException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}

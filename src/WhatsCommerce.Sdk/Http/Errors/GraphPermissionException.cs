namespace WhatsCommerce;

/// <summary>The exception that is thrown when the token lacks a permission, or access to the account.</summary>
public sealed class GraphPermissionException : GraphException
{
    internal GraphPermissionException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }
}

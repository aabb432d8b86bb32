namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for records, and .NET Standard lacks.</summary>
internal static class IsExternalInit;
